package io.deskgraph.kit.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Looks into the service's database from outside, as its owner (whom row-level security does not bind). */
public final class Database {

    private Database() {}

    /** The first column of every row, as text. */
    public static List<String> texts(String sql, Object... args) {
        try (Connection owner = connect("owner");
                PreparedStatement statement = prepare(owner, sql, args);
                var found = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static long count(String sql, Object... args) {
        return Long.parseLong(texts(sql, args).get(0));
    }

    public static int execute(String sql, Object... args) {
        try (Connection owner = connect("owner");
                PreparedStatement statement = prepare(owner, sql, args)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param role {@code owner}, {@code app} or {@code system} */
    public static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(
                config("deskgraph.db.jdbc-url"),
                config("deskgraph.db." + role + ".username"),
                config("deskgraph.db." + role + ".password"));
    }

    static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... args) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < args.length; i++) {
            statement.setObject(i + 1, args[i]);
        }
        return statement;
    }
}

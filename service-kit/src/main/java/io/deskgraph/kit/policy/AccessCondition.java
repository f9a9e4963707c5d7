package io.deskgraph.kit.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Grants on assets as a condition of SQL. Values travel as parameters; only columns and operators are text. */
final class AccessCondition {

    private final AssetColumns columns;
    private final Function<Object, String> argument;

    AccessCondition(AssetColumns columns, Function<Object, String> argument) {
        this.columns = columns;
        this.argument = argument;
    }

    /** A value that is kept has to be used, so what is decided already is found out before any text is made. */
    String of(List<Grant> grants) {
        List<Rule> allowing = rules(grants, grant -> !grant.denies());
        List<Rule> denying = rules(grants, Grant::denies);
        if (allowing.isEmpty() || denying.stream().anyMatch(Rule::isConstant)) {
            return "FALSE";
        }
        String allowed = allowing.stream().anyMatch(Rule::isConstant) ? "TRUE" : anyRule(allowing);
        return denying.isEmpty() ? allowed : "(" + allowed + " AND NOT " + anyRule(denying) + ")";
    }

    /** Those that can apply at all; a constant one among them applies always. */
    private static List<Rule> rules(List<Grant> grants, Predicate<Grant> wanted) {
        return grants.stream()
                .filter(wanted)
                .map(Grant::rule)
                .distinct()
                .filter(rule -> !Boolean.FALSE.equals(rule.constant()))
                .toList();
    }

    private String anyRule(List<Rule> rules) {
        return rules.stream().map(this::rule).collect(Collectors.joining(" OR ", "(", ")"));
    }

    private String rule(Rule rule) {
        List<String> conditions =
                new ArrayList<>(rule.all().stream().map(this::criterion).toList());
        if (!rule.any().isEmpty()) {
            conditions.add(rule.any().stream().map(this::criterion).collect(Collectors.joining(" OR ", "(", ")")));
        }
        return "(" + String.join(" AND ", conditions) + ")";
    }

    private String criterion(Criterion criterion) {
        String positive =
                switch (criterion.field()) {
                    case "tags" -> tags(criterion);
                    case "assetId" ->
                        "(" + meets(columns.assetTag(), criterion) + " OR " + meets(columns.id() + "::text", criterion)
                                + ")";
                    case "assetName" -> meets(columns.name(), criterion);
                    case "assetType" -> meets(columns.assetType(), criterion);
                    case "databaseId" -> meets(columns.databaseId(), criterion);
                    default -> throw new IllegalStateException("No column for " + criterion.field());
                };
        return criterion.operator().negates() ? "NOT " + positive : positive;
    }

    private String tags(Criterion criterion) {
        if (criterion.operator().positive() == Operator.IS_ONE_OF || criterion.operator() == Operator.EQUALS) {
            return "coalesce(" + columns.tags() + " && " + texts(criterion.values()) + ", false)";
        }
        return "EXISTS (SELECT FROM unnest(" + columns.tags() + ") AS tag WHERE " + meets("tag", criterion) + ")";
    }

    /** A column that is null holds no value and so meets nothing. */
    private String meets(String value, Criterion criterion) {
        return "coalesce(" + comparison(value, criterion) + ", false)";
    }

    private String comparison(String value, Criterion criterion) {
        return switch (criterion.operator().positive()) {
            case EQUALS, IS_ONE_OF -> value + " = ANY (" + texts(criterion.values()) + ")";
            case CONTAINS -> each(criterion.values(), piece -> "strpos(" + value + ", " + text(piece) + ") > 0");
            case STARTS_WITH -> each(criterion.values(), piece -> "starts_with(" + value + ", " + text(piece) + ")");
            case ENDS_WITH ->
                each(criterion.values(), piece -> "right(" + value + ", " + length(piece) + ") = " + text(piece));
            case MATCHES ->
                each(
                        criterion.patterns().stream()
                                .map(LinearPattern::postgres)
                                .toList(),
                        pattern -> value + " COLLATE \"C\" ~ " + text(pattern));
            default -> throw new IllegalStateException("No positive operator: " + criterion.operator());
        };
    }

    private static String each(List<String> values, Function<String, String> condition) {
        return values.stream().map(condition).collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** Counted as PostgreSQL counts: by characters, not by Java's units. */
    private static int length(String piece) {
        return piece.codePointCount(0, piece.length());
    }

    private String text(String value) {
        return argument.apply(value) + "::text";
    }

    private String texts(List<String> values) {
        return argument.apply(values.toArray(String[]::new)) + "::text[]";
    }
}

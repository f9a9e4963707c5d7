package io.deskgraph.gateway.tenant;

import io.deskgraph.contracts.identity.HostState;
import io.deskgraph.contracts.identity.TenantSettings;
import io.deskgraph.contracts.identity.TenantState;
import io.deskgraph.gateway.identity.Author;
import io.deskgraph.gateway.tenant.NewTenantRequest.AdminRequest;
import io.deskgraph.kit.data.Ids;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.problem.Detail;
import io.deskgraph.kit.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What a tenant would be after a request; all mistakes are told at once. */
@Singleton
class TenantDrafts {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}");
    private static final int MAX_NAME = 255;

    private final Author author;
    private final String rootDomain;

    TenantDrafts(
            Author author,
            @ConfigProperty(name = "deskgraph.root-domain", defaultValue = "localhost") String rootDomain) {
        this.author = author;
        this.rootDomain = Objects.requireNonNull(CanonicalHost.of(rootDomain), "deskgraph.root-domain is no host");
    }

    TenantState first(NewTenantRequest body) {
        List<Detail> mistakes = new ArrayList<>();
        if (body.slug() == null || !SLUG.matcher(body.slug()).matches()) {
            mistakes.add(Detail.of("slug", "Must be 1 to 63 of a-z, 0-9 and - inside"));
        }
        name(body.name(), mistakes);
        admin(body.admin(), mistakes);
        TenantSettings settings =
                SettingsDraft.of(body.settings() == null ? SettingsRequest.NONE : body.settings(), mistakes);
        refuse(mistakes);
        Instant now = author.now().instant();
        String slug = Objects.requireNonNull(body.slug());
        return new TenantState(
                Ids.next(),
                slug,
                Objects.requireNonNull(body.name()).strip(),
                false,
                TenantState.ACTIVE,
                settings,
                List.of(new HostState(slug + "." + rootDomain, now)),
                now,
                now,
                1);
    }

    TenantState next(TenantState before, Sent<TenantUpdate> sent) {
        TenantUpdate body = sent.body();
        List<Detail> mistakes = new ArrayList<>();
        if (sent.names().contains("slug")) {
            mistakes.add(Detail.of("slug", "Cannot be changed"));
        }
        if (sent.names().contains("name")) {
            name(body.name(), mistakes);
        }
        TenantSettings settings = body.settings() == null
                ? before.settings()
                : SettingsDraft.over(before.settings(), body.settings(), mistakes);
        refuse(mistakes);
        String name = body.name() == null ? before.name() : body.name().strip();
        return changed(before, name, before.status(), settings, before.hosts());
    }

    TenantState withStatus(TenantState before, String status) {
        if (before.isMsp()) {
            throw Problem.conflict("The operator's own tenant cannot be suspended");
        }
        return changed(before, before.name(), status, before.settings(), before.hosts());
    }

    TenantState withHost(TenantState before, @Nullable String sent) {
        String host = sent == null ? null : CanonicalHost.of(sent);
        if (host == null || host.startsWith("[")) {
            throw Problem.invalid("host", "Must be a domain name");
        }
        if (host.equals(rootDomain) || host.endsWith("." + rootDomain)) {
            throw Problem.invalid("host", "Names under " + rootDomain + " belong to slugs");
        }
        if (before.hosts().stream().anyMatch(known -> known.host().equals(host))) {
            return before;
        }
        List<HostState> hosts = new ArrayList<>(before.hosts());
        hosts.add(new HostState(host, author.now().instant()));
        return changed(before, before.name(), before.status(), before.settings(), hosts);
    }

    TenantState withoutHost(TenantState before, String sent) {
        String host = CanonicalHost.of(sent);
        if (host == null
                || before.hosts().stream().noneMatch(known -> known.host().equals(host))) {
            throw Problem.notFound("Host not found");
        }
        if (host.equals(rootDomain) || host.equals(before.slug() + "." + rootDomain)) {
            throw Problem.conflict("The host of the slug stays");
        }
        List<HostState> hosts = before.hosts().stream()
                .filter(known -> !known.host().equals(host))
                .toList();
        return changed(before, before.name(), before.status(), before.settings(), hosts);
    }

    private TenantState changed(
            TenantState before, String name, String status, TenantSettings settings, List<HostState> hosts) {
        return new TenantState(
                before.tenantId(),
                before.slug(),
                name,
                before.isMsp(),
                status,
                settings,
                List.copyOf(hosts),
                before.createdAt(),
                author.now().instant(),
                before.version() + 1);
    }

    private static void name(@Nullable String name, List<Detail> mistakes) {
        if (name == null || name.isBlank() || name.strip().length() > MAX_NAME) {
            mistakes.add(Detail.of("name", "Must be 1 to " + MAX_NAME + " characters"));
        }
    }

    private static void admin(@Nullable AdminRequest admin, List<Detail> mistakes) {
        if (admin == null) {
            return;
        }
        if (admin.email() == null || !ADDRESS.matcher(admin.email().strip()).matches()) {
            mistakes.add(Detail.of(List.of("admin", "email"), "Must be an e-mail address"));
        }
        personal("first_name", admin.firstName(), mistakes);
        personal("last_name", admin.lastName(), mistakes);
    }

    private static void personal(String member, @Nullable String value, List<Detail> mistakes) {
        if (value != null && value.length() > MAX_NAME) {
            mistakes.add(Detail.of(List.of("admin", member), "Must be at most " + MAX_NAME + " characters"));
        }
    }

    private static void refuse(List<Detail> mistakes) {
        if (!mistakes.isEmpty()) {
            throw Problem.invalid("Validation failed", mistakes);
        }
    }
}

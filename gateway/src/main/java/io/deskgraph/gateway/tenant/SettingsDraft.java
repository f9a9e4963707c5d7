package io.deskgraph.gateway.tenant;

import io.deskgraph.contracts.identity.TenantSettings;
import io.deskgraph.contracts.identity.TenantSettings.RateLimit;
import io.deskgraph.gateway.tenant.SettingsRequest.RateLimitRequest;
import io.deskgraph.kit.http.Sent;
import io.deskgraph.kit.problem.Detail;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings as a request wants them; what is wrong is noted, and the rest is then not used. */
final class SettingsDraft {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LONGEST_URL = 2_048;
    private static final int MOST_ORIGINS = 100;
    private static final int HIGHEST_RATE = 1_000_000;

    private SettingsDraft() {}

    static TenantSettings of(SettingsRequest body, List<Detail> mistakes) {
        check(body, mistakes);
        return new TenantSettings(
                body.assetLimit(), rate(body.rateLimit()), body.qrBaseUrl(), origins(body.corsOrigins()));
    }

    static TenantSettings over(TenantSettings before, Sent<SettingsRequest> sent, List<Detail> mistakes) {
        SettingsRequest body = sent.body();
        check(body, mistakes);
        return new TenantSettings(
                sent.member("asset_limit", body.assetLimit()).over(before.assetLimit()),
                sent.member("rate_limit", rate(body.rateLimit())).over(before.rateLimit()),
                sent.member("qr_base_url", body.qrBaseUrl()).over(before.qrBaseUrl()),
                sent.names().contains("cors_origins") ? origins(body.corsOrigins()) : before.corsOrigins());
    }

    private static void check(SettingsRequest body, List<Detail> mistakes) {
        if (body.assetLimit() != null && body.assetLimit() < 0) {
            mistakes.add(wrong("asset_limit", "Must not be negative"));
        }
        if (body.rateLimit() != null && rate(body.rateLimit()) == null) {
            mistakes.add(wrong("rate_limit", "Needs burst and refill_per_second, each 1 to " + HIGHEST_RATE));
        }
        if (body.qrBaseUrl() != null && !isBaseUrl(body.qrBaseUrl())) {
            mistakes.add(wrong("qr_base_url", "Must be an http or https address without query"));
        }
        List<String> origins = origins(body.corsOrigins());
        if (origins.size() > MOST_ORIGINS || !origins.stream().allMatch(SettingsDraft::isOrigin)) {
            mistakes.add(
                    wrong("cors_origins", "Must be at most " + MOST_ORIGINS + " such as https://desk.example.org"));
        }
    }

    private static @Nullable RateLimit rate(@Nullable RateLimitRequest sent) {
        int burst = sent == null || sent.burst() == null ? 0 : sent.burst();
        int refill = sent == null || sent.refillPerSecond() == null ? 0 : sent.refillPerSecond();
        return isRate(burst) && isRate(refill) ? new RateLimit(burst, refill) : null;
    }

    private static boolean isRate(int number) {
        return number > 0 && number <= HIGHEST_RATE;
    }

    private static boolean isBaseUrl(String text) {
        URI uri = parse(text);
        return uri != null && uri.getRawQuery() == null && uri.getRawFragment() == null;
    }

    /** As a browser writes it: scheme, host and port, and nothing behind them. */
    private static boolean isOrigin(@Nullable String text) {
        if (text == null) {
            return false;
        }
        URI uri = parse(text);
        return uri != null && text.equals(uri.getScheme() + "://" + uri.getRawAuthority());
    }

    private static @Nullable URI parse(String text) {
        try {
            URI uri = new URI(text);
            boolean plain = uri.getScheme() != null && uri.getHost() != null && uri.getRawUserInfo() == null;
            return plain && text.length() <= LONGEST_URL && SCHEMES.contains(uri.getScheme()) ? uri : null;
        } catch (URISyntaxException invalid) {
            return null;
        }
    }

    private static List<String> origins(@Nullable List<String> sent) {
        return sent == null ? List.of() : sent.stream().distinct().toList();
    }

    private static Detail wrong(String member, String message) {
        return Detail.of(List.of("settings", member), message);
    }
}

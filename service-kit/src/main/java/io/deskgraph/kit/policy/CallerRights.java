package io.deskgraph.kit.policy;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/**
 * The rights of this request's caller, at hand without waiting: they are read once before the resource is called and
 * stay the same for the request. Work without a request asks {@link Policies} instead.
 */
@RequestScoped
public class CallerRights {

    private @Nullable Rights rights;

    /** What the caller may do with assets by this verb. */
    public Access assets(Verb verb) {
        if (rights == null) {
            throw new IllegalStateException("The caller's rights are not known: are constraints enforced here?");
        }
        return rights.assets(verb);
    }

    void bind(Rights rights) {
        this.rights = rights;
    }
}

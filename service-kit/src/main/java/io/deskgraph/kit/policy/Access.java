package io.deskgraph.kit.policy;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What one caller may do with objects of one type by one verb. Immutable but for what it remembers; asks nobody, so it
 * may be used for thousands of objects in a row. Objects that the same rules apply to are judged once.
 */
public final class Access {

    private static final Logger LOG = Logger.getLogger(Access.class);
    private static final int REMEMBERED = 4_096;

    private final Verb verb;
    private final List<Grant> grants;
    private final List<Rule> rules;
    private final Judge judge;
    private final @Nullable Boolean constant;
    private final Map<BitSet, Boolean> judged = new ConcurrentHashMap<>();

    /** @param grants to these callers, by this verb, for one type of object */
    Access(Verb verb, List<Grant> grants) {
        this.verb = verb;
        this.grants = List.copyOf(grants);
        this.rules = grants.stream().map(Grant::rule).distinct().toList();
        this.judge = new Judge(grants, rules);
        this.constant = constant(rules);
    }

    /** Whether the object may be touched; an error while deciding means no. */
    public boolean allows(Attributes object) {
        return ObjectDecisions.counted(constant == null ? decide(object) : constant);
    }

    /** Those of many that may be touched, in their order. */
    public <T> List<T> allowed(Collection<T> objects, Function<? super T, ? extends Attributes> attributes) {
        return objects.stream()
                .filter(object -> allows(attributes.apply(object)))
                .toList();
    }

    /** Whether every object may be touched, so that nothing has to be filtered. */
    public boolean isUnrestricted() {
        return Boolean.TRUE.equals(constant);
    }

    /**
     * The same decision as a condition of SQL, never null for a row; {@code TRUE} or {@code FALSE} when the row does not
     * matter.
     *
     * @param argument keeps a value to be sent along and gives its place holder, such as {@code $7}
     */
    public String condition(AssetColumns columns, Function<Object, String> argument) {
        if (constant != null) {
            return constant ? "TRUE" : "FALSE";
        }
        return new AccessCondition(columns, argument).of(grants);
    }

    /** Casbin is not asked about nothing: it has an answer of its own to an empty policy. */
    private @Nullable Boolean constant(List<Rule> rules) {
        if (rules.isEmpty()) {
            return false;
        }
        return rules.stream().allMatch(Rule::isConstant) ? decide(null) : null;
    }

    private boolean decide(@Nullable Attributes object) {
        try {
            BitSet applying = applying(object);
            Boolean known = judged.get(applying);
            return known == null ? judge(applying) : known;
        } catch (RuntimeException undecided) {
            LOG.error("A decision failed and was taken as a refusal", undecided);
            return false;
        }
    }

    private boolean judge(BitSet applying) {
        boolean allowed = judge.allows(applying, verb);
        if (judged.size() < REMEMBERED) {
            judged.put(applying, allowed);
        }
        return allowed;
    }

    /** @param object null where no rule depends on it */
    private BitSet applying(@Nullable Attributes object) {
        BitSet applying = new BitSet(rules.size());
        for (int place = 0; place < rules.size(); place++) {
            applying.set(place, rules.get(place).applies(object));
        }
        return applying;
    }
}

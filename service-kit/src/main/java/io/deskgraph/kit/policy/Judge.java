package io.deskgraph.kit.policy;

import com.googlecode.aviator.runtime.function.FunctionUtils;
import com.googlecode.aviator.runtime.type.AviatorBoolean;
import com.googlecode.aviator.runtime.type.AviatorObject;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.casbin.jcasbin.util.function.CustomFunction;

/**
 * Casbin, for callers of the same roles: roles, verbs, and which effect wins. Whether a rule applies to an
 * object is known before it is asked, so that its expression is the same constant for everybody and no text of a tenant
 * is ever part of one.
 */
final class Judge {

    private static final String MODEL = """
            [request_definition]
            r = sub, obj, act

            [policy_definition]
            p = sub, obj_rule, act, eft

            [role_definition]
            g = _, _

            [policy_effect]
            e = some(where (p.eft == allow)) && !some(where (p.eft == deny))

            [matchers]
            m = g(r.sub, p.sub) && r.act == p.act && applies(r.obj, p.obj_rule)
            """;

    private static final String CALLER = "caller";

    private final Enforcer enforcer;

    /** @param grants all to the same caller; a rule goes by its place in the list of rules */
    Judge(List<Grant> grants, List<Rule> rules) {
        Model model = new Model();
        model.loadModelFromText(MODEL);
        for (Grant grant : grants) {
            String rule = Integer.toString(rules.indexOf(grant.rule()));
            model.addPolicy("p", "p", List.of(grant.subject(), rule, grant.verb(), grant.effect()));
        }
        grants.stream()
                .map(Grant::subject)
                .distinct()
                .forEach(subject -> model.addPolicy("g", "g", List.of(CALLER, subject)));
        this.enforcer = new Enforcer(model);
        enforcer.addFunction("applies", new Applies());
        enforcer.buildRoleLinks();
    }

    /** @param applying the rules that apply to the object, by their places */
    synchronized boolean allows(BitSet applying, Verb verb) {
        return enforcer.enforce(CALLER, applying, verb.name());
    }

    private static final class Applies extends CustomFunction {

        private static final long serialVersionUID = 1L;

        @Override
        public String getName() {
            return "applies";
        }

        @Override
        public AviatorObject call(Map<String, Object> env, AviatorObject object, AviatorObject rule) {
            BitSet applying = (BitSet) FunctionUtils.getJavaObject(object, env);
            int place = Integer.parseInt(FunctionUtils.getStringValue(rule, env));
            return AviatorBoolean.valueOf(applying.get(place));
        }
    }
}

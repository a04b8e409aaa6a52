package org.manyuan.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads who bears the score of a scheme. Source: METRICS C1, bundling rules; C2. */
final class AttributionFile {
    private AttributionFile() {}

    /** The scheme's, and that of each form that has another. */
    static Scheme.Attribution attribution(Entries scheme, Scheme.Subject subject) {
        Entries attribution = scheme.below("attribution", Set.of("mode", "beta", "by_form"));
        Map<String, Scheme.Attribution> byForm = new HashMap<>();
        if (attribution.has("by_form")) {
            attribution.needed("by_form").map().forEach((form, tree) -> {
                Entries ofForm = Entries.of(tree, Set.of("mode", "beta"));
                byForm.put(
                        form, attribution(ofForm, ofForm.word("mode", null, Scheme.Bearing.class), subject, Map.of()));
            });
        }
        Scheme.Bearing mode = attribution.word("mode", Scheme.Bearing.ALL, Scheme.Bearing.class);
        return attribution(attribution, mode, subject, byForm);
    }

    private static Scheme.Attribution attribution(
            Entries entries, Scheme.Bearing mode, Scheme.Subject subject, Map<String, Scheme.Attribution> byForm) {
        if (mode != Scheme.Bearing.LEAD_MIX) {
            if (entries.has("beta")) {
                throw entries.needed("beta").wrong("beta belongs to lead_mix alone; leave it out");
            }
            return new Scheme.Attribution(mode, null, byForm);
        }
        if (!entries.has("beta")) {
            throw entries.needed("mode")
                    .wrong("lead_mix needs beta, the share of the members' mean in the lead's score");
        }
        if (subject != Scheme.Subject.LEAD) {
            throw entries.needed("mode").wrong("lead_mix says what a lead earns; write subject: lead");
        }
        double beta = entries.number("beta");
        if (beta < 0 || beta > 1) {
            throw entries.needed("beta").wrong("beta is a share from 0 to 1, not " + beta);
        }
        return new Scheme.Attribution(mode, beta, byForm);
    }
}

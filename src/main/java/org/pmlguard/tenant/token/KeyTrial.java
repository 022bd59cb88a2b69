package org.pmlguard.tenant.token;

import java.util.List;

/**
 * What is to be had of a tenant's keys, for the people who connect an EHR.
 *
 * @param place where they come from
 * @param fitting how many can be used with the accepted algorithms
 * @param faults one sentence for each key that cannot be used
 * @param why there is none; empty if there is one
 */
public record KeyTrial(String place, long fitting, List<String> faults, String why) {

    public KeyTrial {
        faults = List.copyOf(faults);
    }

    /** Looks at the keys now, whatever was fetched before. */
    public static KeyTrial of(Trust trust, KeyFetch fetch) {
        return switch (trust.keys()) {
            case KeySet fixed ->
                new KeyTrial("the configuration", fixed.fitting(trust.algorithms()), fixed.faults(), "");
            case PublishedKeys published -> {
                KeyFetch.Looked looked = fetch.look(published.address());
                yield new KeyTrial(
                        published.address().toString(),
                        looked.published()
                                .map(found -> found.keys().fitting(trust.algorithms()))
                                .orElse(0L),
                        looked.faults(),
                        looked.why());
            }
        };
    }
}

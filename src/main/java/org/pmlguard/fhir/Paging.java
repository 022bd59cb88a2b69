package org.pmlguard.fhir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pmlguard.cdshooks.PrefetchValue;
import org.pmlguard.cdshooks.PrefetchValue.Empty;
import org.pmlguard.cdshooks.PrefetchValue.Found;
import org.pmlguard.clinical.Gap;
import tools.jackson.databind.JsonNode;

/** Follows a search from page to page as long as its links stay on the registered server, lead on, and the limits allow. */
final class Paging {

    private final Outbound out;
    private final Limits limits;

    Paging(Outbound out, Limits limits) {
        this.out = out;
        this.limits = limits;
    }

    /** All resources that could be had; why there may be more is added to {@code missing}. */
    List<JsonNode> collect(Found first, Set<Gap.Cause> missing) {
        List<JsonNode> resources = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<Found> page = Optional.of(first);
        while (page.isPresent()) {
            resources.addAll(page.get().resources());
            if (page.get().partial()) {
                missing.add(Gap.Cause.INCOMPLETE);
            }
            boolean goesOn = seen.size() + 1 < limits.pages() && resources.size() < limits.resources();
            page = page.get().next().flatMap(next -> goesOn && seen.add(next) ? page(next, missing) : cut(missing));
        }
        return resources;
    }

    private Optional<Found> page(String next, Set<Gap.Cause> missing) {
        return switch (out.follow(next)) {
            case Fetched.Resource resource -> page(PrefetchValue.of(resource.tree()), missing);
            case Fetched.Nothing nothing -> {
                boolean late = nothing.why() == Gap.Cause.TIMED_OUT;
                missing.add(late ? Gap.Cause.TIMED_OUT : Gap.Cause.INCOMPLETE);
                yield Optional.empty();
            }
        };
    }

    private static Optional<Found> page(PrefetchValue page, Set<Gap.Cause> missing) {
        return switch (page) {
            case Found found -> Optional.of(found);
            case Empty empty -> Optional.empty();
            case PrefetchValue.Absent absent -> cut(missing);
            case PrefetchValue.Failed failed -> cut(missing);
        };
    }

    private static Optional<Found> cut(Set<Gap.Cause> missing) {
        missing.add(Gap.Cause.INCOMPLETE);
        return Optional.empty();
    }
}

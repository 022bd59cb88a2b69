package org.pmlguard.rulebook;

import org.pmlguard.knowledge.rule.Citation;

/**
 * A source as the rule book shows it.
 *
 * @param where what finds it; empty where nothing more is known
 * @param link the same as an address to open; empty where it is none
 * @param seen how far the source itself was read, in words
 */
record CitationView(String id, String cite, String where, String link, String seen) {

    static CitationView of(Citation citation) {
        String where = citation.where().orElse("");
        return new CitationView(citation.id(), citation.cite(), where, link(where), seen(citation.seen()));
    }

    private static String link(String where) {
        if (where.startsWith("doi ")) {
            return "https://doi.org/" + where.substring(4);
        }
        if (where.matches("PMC[0-9]+")) {
            return "https://www.ncbi.nlm.nih.gov/pmc/articles/" + where + "/";
        }
        return where.startsWith("https://") ? where : "";
    }

    private static String seen(Citation.Seen seen) {
        return switch (seen) {
            case FULL -> "read in full";
            case PART -> "read in part";
            case SECONDARY -> "known through another text";
        };
    }
}

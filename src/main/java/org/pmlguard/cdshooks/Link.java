package org.pmlguard.cdshooks;

import java.net.URI;
import java.util.Optional;

/**
 * A link on a card (2.0.1, Link). {@code autolaunchable} is left out on purpose: a client may then never show the card
 * that carries it.
 */
public sealed interface Link {

    /** What the user reads, never blank. */
    String label();

    /** Where it leads, http or https. */
    URI url();

    /** A page to open as it is. */
    record Absolute(String label, URI url) implements Link {
        public Absolute {
            Rules.text("link.label", label);
            Rules.url("link.url", url);
        }
    }

    /**
     * A SMART app to launch.
     *
     * @param appContext what the app is told about the reason of its launch
     */
    record Smart(String label, URI url, Optional<String> appContext) implements Link {
        public Smart {
            Rules.text("link.label", label);
            Rules.url("link.url", url);
            Rules.text("link.appContext", appContext);
        }
    }

    /** A page to open as it is. */
    static Link absolute(String label, URI url) {
        return new Absolute(label, url);
    }

    /** A SMART app to launch without further context. */
    static Link smart(String label, URI url) {
        return new Smart(label, url, Optional.empty());
    }
}

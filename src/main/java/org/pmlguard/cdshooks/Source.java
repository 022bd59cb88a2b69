package org.pmlguard.cdshooks;

import java.net.URI;
import java.util.Optional;

/**
 * Where the guidance on a card comes from (2.0.1, Source).
 *
 * @param label its name, never blank
 * @param url a page about the source, http or https
 * @param icon a 100 by 100 PNG, http or https
 * @param topic what the card is about, for clients that filter
 */
public record Source(String label, Optional<URI> url, Optional<URI> icon, Optional<Coding> topic) {

    public Source {
        Rules.text("source.label", label);
        Rules.url("source.url", url);
        Rules.url("source.icon", icon);
    }

    /** A source that is only named. */
    public static Source of(String label) {
        return new Source(label, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same source with a page about it. */
    public Source withUrl(URI page) {
        return new Source(label, Optional.of(page), icon, topic);
    }

    /** The same source with an icon. */
    public Source withIcon(URI image) {
        return new Source(label, url, Optional.of(image), topic);
    }

    /** The same source with a topic. */
    public Source withTopic(Coding subject) {
        return new Source(label, url, icon, Optional.of(subject));
    }
}

package org.pmlguard.connect;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the registration page must know of the settings.
 *
 * @param publicUrl where EHRs reach this server; blank if that is not configured
 */
@ConfigurationProperties("pmlguard")
record ConnectProperties(@DefaultValue("") String publicUrl) {

    /** The same without blanks and closing slashes. */
    String base() {
        return publicUrl.strip().replaceFirst("/+$", "");
    }
}

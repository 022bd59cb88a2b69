package org.pmlguard.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the demo EHR, under {@code pmlguard.demo}.
 *
 * @param enabled whether a trial, a server without configured tenants, shows it
 * @param history whether its ledger, if it is empty and an H2 file of ours, is filled with an invented past
 */
@ConfigurationProperties("pmlguard.demo")
record DemoProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("true") boolean history) {}

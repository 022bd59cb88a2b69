package org.pmlguard.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the demo EHR, under {@code pmlguard.demo}.
 *
 * @param enabled whether a trial, a server without configured tenants, shows it
 */
@ConfigurationProperties("pmlguard.demo")
record DemoProperties(@DefaultValue("true") boolean enabled) {}

package org.pmlguard.tenant;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How many calls of all tenants together are answered at the same time before others are turned away. */
@ConfigurationProperties("pmlguard")
record CrowdProperties(@DefaultValue("500") int mostCalls) {}

package org.pmlguard.tenant;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is looked up outside.
 *
 * @param tenantsRefresh how often the tenants' directory is looked at for changes
 * @param keysTimeout how long the address at which a tenant publishes its keys may take to answer
 */
@ConfigurationProperties("pmlguard")
record WatchProperties(
        @DefaultValue("10s") Duration tenantsRefresh,
        @DefaultValue("2s") Duration keysTimeout) {}

package org.pmlguard.tenant;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the tenants known to the other rooms. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TenantProperties.class)
class TenantConfiguration {

    @Bean
    Tenants tenants(TenantProperties properties, ObjectProvider<OwnServers> own) {
        return TenantReader.read(properties, own.getIfAvailable(OwnServers::none));
    }
}

package org.pmlguard.home;

import org.pmlguard.page.PageHeaders;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Guards the home page with headers. */
@Configuration(proxyBeanMethods = false)
class HomeConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(PageHeaders.toRead()).addPathPatterns("/");
    }
}

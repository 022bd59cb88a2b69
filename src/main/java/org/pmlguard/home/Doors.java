package org.pmlguard.home;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which pages this server has: the home page must not point at a door that is not there. */
@Component
final class Doors {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    Doors(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** Whether there is a page at a path. */
    public boolean has(String path) {
        return mappings.orderedStream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .map(RequestMappingInfo::getPatternValues)
                .anyMatch(patterns -> patterns.contains(path));
    }
}

package org.campaignledger.platform.web.description;

import io.swagger.v3.core.jackson.TypeNameResolver;

/**
 * Names of forms in the description. Left to itself the library takes the simple name alone, and of several records named
 * {@code Body} describes one, in the place of all.
 */
final class FormNames extends TypeNameResolver {

    @Override
    protected String getNameOfClass(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null
                ? super.getNameOfClass(type)
                : getNameOfClass(around).replaceFirst("Endpoint$", "") + super.getNameOfClass(type);
    }
}

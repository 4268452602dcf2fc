package org.campaignledger.platform.web.body;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Parameters that a record gathers go in by its constructor and no other way: left to itself the framework follows names
 * such as {@code unit.class} into what was made, and fails there.
 */
@ControllerAdvice
final class OnlyWhatIsDeclared {

    @InitBinder
    void declared(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }
}

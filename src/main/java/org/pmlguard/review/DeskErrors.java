package org.pmlguard.review;

import org.pmlguard.ledger.LedgerDown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** What people at the desk see when something fails: that nothing was recorded, and never a value. */
@ControllerAdvice(
        assignableTypes = {
            QueueController.class,
            CaseController.class,
            InsightController.class,
            AuditController.class,
            HandoverController.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class DeskErrors {

    private static final Logger LOG = LoggerFactory.getLogger(DeskErrors.class);

    @ExceptionHandler({LedgerDown.class, DataAccessException.class, TransactionException.class})
    ModelAndView away(RuntimeException failure) {
        LOG.warn(
                "the desk could not reach the ledger kind={}",
                failure.getClass().getName());
        return page(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @ExceptionHandler({MethodArgumentTypeMismatchException.class, MissingServletRequestParameterException.class})
    ModelAndView unreadable() {
        return page(HttpStatus.BAD_REQUEST);
    }

    /** Whoever listened live has gone; nobody is there to be told. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {}

    private static ModelAndView page(HttpStatus status) {
        ModelAndView page = new ModelAndView("review/failed").addObject("away", status.is5xxServerError());
        page.setStatus(status);
        return page;
    }
}

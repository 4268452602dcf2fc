package org.campaignledger.platform.web.refusal;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that cannot be reached just now from one that was asked something wrong. */
final class StoreTrouble {

    private StoreTrouble() {}

    /** {@code store-unavailable}, {@code busy}, or {@code null} if this throwable is neither. */
    static @Nullable String code(Throwable failure) {
        return switch (failure) {
            case DataAccessResourceFailureException gone -> "store-unavailable";
            case RecoverableDataAccessException gone -> "store-unavailable";
            case TransientDataAccessResourceException gone -> "store-unavailable";
            case CannotCreateTransactionException gone -> "store-unavailable";
            case SQLTransientConnectionException gone -> "store-unavailable";
            case SQLRecoverableException gone -> "store-unavailable";
            case SQLException sql when connectionIsLost(sql.getSQLState()) -> "store-unavailable";
            case QueryTimeoutException slow -> "busy";
            case PessimisticLockingFailureException locked -> "busy";
            default -> null;
        };
    }

    /** Class 08: connection; 57P: the server is shutting down or starting; 53300: no connection is left. */
    private static boolean connectionIsLost(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300"));
    }
}

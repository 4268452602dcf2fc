package org.campaignledger.demo;

import java.time.LocalDate;

/**
 * One request of the season.
 *
 * @param on      the day on which it is sent
 * @param minute  the minute of that day, from midnight in China
 * @param account who sends it
 * @param path    below {@code /api/v1}
 * @param body    JSON, or YAML for a definition
 * @param key     its idempotency key: a season that was interrupted is played again without doubles
 * @param expects the status that is expected; a duplicate sent on purpose expects 409
 */
record DemoCommand(LocalDate on, int minute, String account, String path, String body, String key, int expects) {}

package org.campaignledger.platform.records;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How a record of one kind is shown in its register.
 *
 * @param occurredOn its business date
 * @param fields     what is shown of it besides unit and date, by name at the door
 * @param search     the text in which {@code ?text=} looks
 */
public record RecordForm(LocalDate occurredOn, Map<String, ? extends @Nullable Object> fields, String search) {}

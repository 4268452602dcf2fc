package org.campaignledger.platform.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a register, newest first.
 *
 * @param items the records
 * @param next  cursor of the next page, to be given as {@code after}; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegisterPage(List<Map<String, Object>> items, @Nullable String next) {}

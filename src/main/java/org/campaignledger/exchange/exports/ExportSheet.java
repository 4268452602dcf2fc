package org.campaignledger.exchange.exports;

import java.util.List;

/**
 * What can be exported.
 *
 * @param name    in the address, such as {@code propagandists}
 * @param path    of the query below the campaign, such as {@code progress}
 * @param items   where its items stand in the answer, as a JSON pointer
 * @param paged   whether the answer comes in pages
 * @param pinned  whether the query can be asked as of a position
 * @param columns in their order
 */
record ExportSheet(String name, String path, String items, boolean paged, boolean pinned, List<ExportColumn> columns) {}

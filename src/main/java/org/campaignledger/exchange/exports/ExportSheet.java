package org.campaignledger.exchange.exports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be exported.
 *
 * @param name    in the address, such as {@code propagandists}
 * @param path    of the query below the campaign, such as {@code progress}; a parameter may stand in it, as in
 *                {@code categories/{category}/ranking}
 * @param items   where its items stand in the answer, as a JSON pointer
 * @param paged   whether the answer comes in pages
 * @param pinned  whether the query can be asked as of a position
 * @param columns in their order
 */
record ExportSheet(String name, String path, String items, boolean paged, boolean pinned, List<ExportColumn> columns) {

    /** The parameter that stands in the path, and must be given; absent where none does. */
    @Nullable
    String inPath() {
        int begin = path.indexOf('{');
        return begin < 0 ? null : path.substring(begin + 1, path.indexOf('}'));
    }
}

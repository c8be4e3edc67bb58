package org.opensocialnet.goods;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kind of good that is asked for.
 *
 * @param unit in what it is counted, in the words of the ledger: item, parcel, meal
 * @param usualLeast how few one asks for usually
 * @param usualMost how many; more is asked about once more
 * @param priceLeast what one costs at least, in euros
 * @param quota how many one organisation gets in thirty days; none where nobody said
 * @param serviceType which kind of service it mostly serves
 * @param retired whether it is not offered any more
 */
public record Item(
        UUID id,
        String name,
        String nameEn,
        String unit,
        int usualLeast,
        int usualMost,
        BigDecimal priceLeast,
        BigDecimal priceMost,
        @Nullable Integer quota,
        String serviceType,
        boolean retired,
        int version) {

    public String name(String lang) {
        return lang.equals("en") ? nameEn : name;
    }
}

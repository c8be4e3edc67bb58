package org.opensocialnet.deliveries;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.opensocialnet.deliveries.Handover.Part;
import org.opensocialnet.web.Words;
import org.opensocialnet.workspace.Form;

/** How much of each part a form speaks of, one field for each. */
final class Quantities {

    private Quantities() {}

    /**
     * What was typed; a part whose field is empty is left out.
     *
     * @param act the beginning of the fields' names, such as "came"
     * @param most how much of a part there can be
     */
    static Map<UUID, BigDecimal> read(
            Form form, String act, List<Part> parts, Function<Part, BigDecimal> most, Words t) {
        var typed = new HashMap<UUID, BigDecimal>();
        for (var part : parts) {
            var name = field(act, part.id());
            var quantity = form.field(name, part.what()).amount();
            if (quantity != null && quantity.compareTo(most.apply(part)) > 0) {
                form.refuse(
                        name,
                        t.of(
                                "deliveries.fault.too-much",
                                part.what(),
                                DeliveryWords.quantity(part, most.apply(part), t)));
            } else if (quantity != null) {
                typed.put(part.id(), quantity);
            }
        }
        return typed;
    }

    /** The form with what there is of each part. */
    static void fill(Form form, String act, List<Part> parts, Function<Part, BigDecimal> of) {
        parts.forEach(part -> form.with(
                field(act, part.id()), of.apply(part).stripTrailingZeros().toPlainString()));
    }

    static String field(String act, UUID part) {
        return act + "-" + part;
    }

    static boolean isSome(Map<UUID, BigDecimal> quantities) {
        return quantities.values().stream().anyMatch(quantity -> quantity.signum() > 0);
    }
}

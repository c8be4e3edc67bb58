package org.opensocialnet.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Lines of one book on their way into it, column by column: one statement writes thousands as well as one. */
final class Lines {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The columns a line may have, and what each is. */
    private static final Map<String, String> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("id", "uuid");
        TYPES.put("day", "date");
        TYPES.put("kind", "text");
        TYPES.put("service_type", "text");
        TYPES.put("target_group", "text");
        TYPES.put("zone", "text");
        TYPES.put("organization", "uuid");
        TYPES.put("service", "uuid");
        TYPES.put("people", "integer");
        TYPES.put("quantity", "numeric");
        TYPES.put("unit", "text");
        TYPES.put("source", "text");
        TYPES.put("reason", "text");
        TYPES.put("envelope", "uuid");
        TYPES.put("pseudonym", "uuid");
        TYPES.put("attributes", "jsonb");
        TYPES.put("batch", "uuid");
        TYPES.put("need", "uuid");
        TYPES.put("need_day", "date");
        TYPES.put("state", "text");
        TYPES.put("delivery", "uuid");
        TYPES.put("delivery_day", "date");
    }

    private final EntryId.Book book;
    private final Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();
    private int lines;

    Lines(EntryId.Book book) {
        this.book = book;
    }

    Lines next(UUID id, LocalDate day, About about, Amount amount, Source source) {
        lines++;
        put("id", id);
        put("day", day);
        put("service_type", about.serviceType());
        put("target_group", about.group());
        put("zone", about.zone());
        put("organization", about.organization());
        put("people", amount.people());
        put("quantity", amount.quantity().toPlainString());
        put("unit", unit(amount));
        put("source", source.code());
        return this;
    }

    private static String unit(Amount amount) {
        var unit = amount.unit();
        return unit == null || amount.quantity().compareTo(BigDecimal.ZERO) == 0 ? "" : unit.code();
    }

    Lines put(String column, @Nullable Object value) {
        columns.computeIfAbsent(column, _ -> new ArrayList<>()).add(value == null ? null : value.toString());
        return this;
    }

    Lines attributes(Map<String, Object> attributes) {
        return put("attributes", attributes.isEmpty() ? null : JSON.writeValueAsString(attributes));
    }

    void write(JdbcClient jdbc) {
        if (lines == 0) {
            return;
        }
        var values = new ArrayList<String>();
        columns.keySet()
                .forEach(name -> values.add("cast(cast(:%s as text[]) as %s[])".formatted(name, TYPES.get(name))));
        var statement = jdbc.sql("insert into ledger.%s (%s) select * from unnest(%s)"
                .formatted(book.code(), String.join(", ", columns.keySet()), String.join(", ", values)));
        for (var column : columns.entrySet()) {
            statement = statement.param(column.getKey(), column.getValue().toArray(String[]::new));
        }
        statement.update();
    }
}

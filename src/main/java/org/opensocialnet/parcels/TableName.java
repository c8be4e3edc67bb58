package org.opensocialnet.parcels;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opensocialnet.directory.HsdsTable;

/** Which table a file or a JSON property means: names come in the singular, the plural, and other spellings. */
final class TableName {

    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("services_at_location", "service_at_location"),
            Map.entry("services_at_locations", "service_at_location"),
            Map.entry("organisation", "organization"),
            Map.entry("programme", "program"),
            Map.entry("additional_url", "url"),
            Map.entry("additional_website", "url"),
            Map.entry("capacity", "service_capacity"),
            Map.entry("identifier", "organization_identifier"),
            Map.entry("taxonomy_detail", "taxonomy"),
            Map.entry("eligibilitys", "eligibility"),
            Map.entry("accessibilities_for_disabilities", "accessibility_for_disabilities"),
            Map.entry("payments_accepted", "payment_accepted"),
            Map.entry("taxonomys", "taxonomy"));

    private TableName() {}

    /** The HSDS name, also of tables that only HSDS 2 has; nothing where the name means no table. */
    static Optional<String> of(String name) {
        var plain = name.substring(name.lastIndexOf('/') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("(\\.(csv|tsv|json|ndjson|jsonl))?(\\.gz)?$", "")
                .replaceAll("[ -]", "_");
        return singulars(plain).filter(TableName::known).findFirst();
    }

    private static Stream<String> singulars(String plain) {
        return Stream.of(
                        plain,
                        plain.replaceFirst("ies$", "y"),
                        plain.replaceFirst("s$", ""),
                        plain.replaceFirst("es$", ""))
                .map(each -> OTHER_NAMES.getOrDefault(each, each));
    }

    private static boolean known(String name) {
        return HsdsTable.named(name).isPresent() || OlderHsds.TABLES.contains(name);
    }
}

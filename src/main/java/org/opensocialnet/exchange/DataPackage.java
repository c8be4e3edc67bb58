package org.opensocialnet.exchange;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opensocialnet.directory.HsdsColumn;
import org.opensocialnet.directory.HsdsTable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Describes an export's tables as a Frictionless tabular data package, whose file names are those of HSDS. */
final class DataPackage {

    /** HSDS keeps these in the singular. */
    private static final List<String> SINGULAR =
            List.of("service_at_location", "funding", "accessibility", "metadata", "service_capacity", "url");

    private DataPackage() {}

    static String file(HsdsTable table) {
        var name = table.name();
        if (SINGULAR.contains(name)) {
            return name + ".csv";
        }
        return (name.endsWith("y")
                        ? name.substring(0, name.length() - 1) + "ies"
                        : name.endsWith("s") ? name + "es" : name + "s")
                + ".csv";
    }

    static void write(OpenData terms, OutputStream out) {
        var description = new LinkedHashMap<String, Object>();
        description.put("name", "human_services_data");
        description.put("title", terms.title());
        description.put("profile", "tabular-data-package");
        description.put("version", "3.1.0");
        description.put("homepage", "https://docs.openreferral.org");
        description.put("licenses", List.of(Map.of("name", terms.licence(), "path", terms.licenceAddress())));
        description.put(
                "resources", HsdsTable.all().stream().map(DataPackage::resource).toList());
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(out, description);
    }

    private static Map<String, Object> resource(HsdsTable table) {
        var resource = new LinkedHashMap<String, Object>();
        resource.put("name", table.name());
        resource.put("path", file(table));
        resource.put("profile", "tabular-data-resource");
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        if (table.ours()) {
            resource.put("description", "Beyond HSDS 3.1");
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("primaryKey", "id");
        schema.put(
                "fields",
                table.publishedColumns().stream().map(DataPackage::field).toList());
        var keys = table.publishedColumns().stream()
                .filter(column -> column.references() != null)
                .map(column -> Map.of(
                        "fields", column.name(),
                        "reference", Map.of("resource", String.valueOf(column.references()), "fields", "id")))
                .toList();
        if (!keys.isEmpty()) {
            schema.put("foreignKeys", keys);
        }
        resource.put("schema", schema);
        return resource;
    }

    private static Map<String, Object> field(HsdsColumn column) {
        var field = new LinkedHashMap<String, Object>();
        field.put("name", column.name());
        switch (column.type()) {
            case ID -> {
                field.put("type", "string");
                field.put("format", "uuid");
            }
            case TEXT -> field.put("type", "string");
            case NUMBER, COORDINATE -> field.put("type", "number");
            case WHOLE_NUMBER -> field.put("type", "integer");
            case YES_NO -> field.put("type", "boolean");
            case DATE -> field.put("type", "date");
            case TIME -> field.put("type", "time");
            case MOMENT -> {
                field.put("type", "datetime");
                field.put("format", "any");
            }
            case JSON -> field.put("type", "object");
        }
        if (column.ours()) {
            field.put("description", "Beyond HSDS 3.1");
        }
        field.put("constraints", Map.of("required", column.required()));
        return field;
    }
}

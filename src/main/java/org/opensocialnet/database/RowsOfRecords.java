package org.opensocialnet.database;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Constructor;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.SimpleTypeConverter;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.ClassUtils;

/**
 * Makes a record of each row. Which column a component is read from is found out once for all rows of an answer:
 * Spring's own mapper looks for it in every row, and by way of an exception where a name has an underscore.
 */
final class RowsOfRecords<T> implements RowMapper<T> {

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private final Class<T> type;
    private final Shape shape;
    private volatile @Nullable Answer last;

    RowsOfRecords(Class<T> type) {
        this.type = type;
        this.shape = SHAPES.get(type);
    }

    /** What a record is made of. */
    private record Shape(Constructor<?> constructor, Class<?>[] types, String[] names) {

        static Shape of(Class<?> type) {
            var components = requireNonNull(type.getRecordComponents(), () -> type + " is no record");
            var types = Arrays.stream(components).map(one -> one.getType()).toArray(Class<?>[]::new);
            try {
                var constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                var names = Arrays.stream(components)
                        .map(one -> plain(one.getName()))
                        .toArray(String[]::new);
                return new Shape(constructor, types, names);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type + " has not the constructor every record has", e);
            }
        }
    }

    /** The columns of one answer of the database, in the order of the components. */
    private record Answer(ResultSet rows, int[] columns) {}

    @Override
    public T mapRow(ResultSet rows, int number) throws SQLException {
        var answer = last;
        if (answer == null || answer.rows != rows) {
            answer = new Answer(rows, columns(rows.getMetaData()));
            last = answer;
        }
        var values = new @Nullable Object[shape.types.length];
        for (int i = 0; i < values.length; i++) {
            var value = JdbcUtils.getResultSetValue(rows, answer.columns[i], shape.types[i]);
            values[i] = value == null || ClassUtils.isAssignableValue(shape.types[i], value) ? value : read(value, i);
        }
        return type.cast(BeanUtils.instantiateClass(shape.constructor, values));
    }

    private int[] columns(ResultSetMetaData told) throws SQLException {
        var places = new HashMap<String, Integer>();
        for (int column = 1; column <= told.getColumnCount(); column++) {
            places.putIfAbsent(plain(JdbcUtils.lookupColumnName(told, column)), column);
        }
        var columns = new int[shape.names.length];
        for (int i = 0; i < columns.length; i++) {
            var place = places.get(shape.names[i]);
            if (place == null) {
                throw new SQLException("no column holds " + shape.names[i] + " of " + type.getSimpleName());
            }
            columns[i] = place;
        }
        return columns;
    }

    /** Words of an enumeration, and the like. */
    private @Nullable Object read(Object value, int component) {
        var converter = new SimpleTypeConverter();
        converter.setConversionService(DefaultConversionService.getSharedInstance());
        return converter.convertIfNecessary(
                value, shape.types[component], new MethodParameter(shape.constructor, component));
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}

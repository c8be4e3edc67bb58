package org.opensocialnet.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.opensocialnet.kernel.OperatorError;
import org.opensocialnet.kernel.Refusal;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.stereotype.Component;

/** What the command line and the environment say of settings: that holds, whatever the desk says. */
@Component
class Locks {

    /** What the program itself proposes, such as its own address: a default like any other. */
    private static final String PROPOSED = "defaultProperties";

    private final Environment environment;

    Locks(Environment environment) {
        this.environment = environment;
    }

    boolean holds(Setting<?> setting) {
        var name = ConfigurationPropertyName.of(setting.property());
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .filter(source -> !isProposal(source))
                .anyMatch(source -> source.getConfigurationProperty(name) != null
                        || source.getConfigurationProperty(name.append("[0]")) != null);
    }

    /** The value the environment or the program itself gives; refuses to start with one that cannot be accepted. */
    <T> Optional<T> value(Setting<T> setting) {
        return typed(setting).map(typed -> {
            try {
                return setting.form().read(typed);
            } catch (Refusal wrong) {
                throw new OperatorError(
                        2,
                        "%s cannot be used as it is given by the environment or the command line. See docs/operate.md."
                                .formatted(setting.property()));
            }
        });
    }

    private Optional<String> typed(Setting<?> setting) {
        var binder = Binder.get(environment);
        return setting.form().input() == Form.Input.LINES
                ? Optional.ofNullable(binder.bind(setting.property(), Bindable.listOf(String.class))
                                .orElse(null))
                        .map(lines -> String.join("\n", List.copyOf(lines)))
                : Optional.ofNullable(
                        binder.bind(setting.property(), String.class).orElse(null));
    }

    private static boolean isProposal(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> named
                && named.getName().equals(PROPOSED);
    }
}

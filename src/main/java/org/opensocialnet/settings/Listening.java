package org.opensocialnet.settings;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears on a connection of its own when another node changed a setting, and looks every few seconds even if it hears
 * nothing: a notice may be lost where a pool of connections stands between.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "osn.settings.listen", matchIfMissing = true)
class Listening implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(5);

    private final JdbcConnectionDetails database;
    private final Settings settings;
    private final Emblems emblems;
    private volatile boolean running;
    private volatile @Nullable Connection connection;

    Listening(JdbcConnectionDetails database, Settings settings, Emblems emblems) {
        this.database = database;
        this.settings = settings;
        this.emblems = emblems;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("settings").start(this::listen);
    }

    private void listen() {
        while (running) {
            try (var opened = DriverManager.getConnection(
                    database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
                connection = opened;
                try (var statement = opened.createStatement()) {
                    statement.execute("listen osn_settings");
                }
                while (running) {
                    look();
                    opened.unwrap(PGConnection.class).getNotifications((int) LOOK_ANYWAY.toMillis());
                }
            } catch (SQLException lost) {
                if (running) {
                    LOG.debug("the settings are looked at again until the database is back", lost);
                    pause();
                }
            }
        }
    }

    private void look() {
        try {
            settings.refresh();
            emblems.refresh();
        } catch (RuntimeException failed) {
            LOG.warn("the settings could not be read, it will be tried again: {}", failed.toString());
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_ANYWAY);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
        look();
    }

    @Override
    public void stop() {
        running = false;
        var open = connection;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException gone) {
                LOG.debug("the connection was closed already", gone);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

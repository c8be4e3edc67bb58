package org.opensocialnet.database;

import java.util.Objects;
import org.opensocialnet.kernel.OperatorError;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to work under a login that row-level security does not bind: one organisation could read another's records. */
@Component
class BoundLogin implements InitializingBean {

    private final JdbcClient jdbc;

    BoundLogin(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        var login = jdbc.sql("select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)")
                .query(String.class)
                .optional();
        if (login.isPresent()) {
            throw new OperatorError(4, """
                    The database login "%s" is a superuser or bypasses row-level security, so organisations would not
                    be kept apart. Make a login of its own that owns the database:
                      create role osn login password '…';
                      alter database … owner to osn;
                    and name it in OSN_DATABASE_USER and OSN_DATABASE_PASSWORD.""".formatted(Objects.requireNonNull(login.get())));
        }
    }
}

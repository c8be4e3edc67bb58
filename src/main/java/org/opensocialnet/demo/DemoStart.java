package org.opensocialnet.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Settles the demo city when the server starts, after the directory's own words; never for a command. */
@Component
@ConditionalOnWebApplication
@Order(0)
class DemoStart implements ApplicationRunner {

    private final Demo demo;
    private final Neighbours neighbours;

    DemoStart(Demo demo, Neighbours neighbours) {
        this.demo = demo;
        this.neighbours = neighbours;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        demo.settle();
        neighbours.settle();
    }
}

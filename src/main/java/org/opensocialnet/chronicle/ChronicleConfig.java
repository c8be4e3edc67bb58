package org.opensocialnet.chronicle;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What is set of the demo city's story is known to commands too, which tell nothing of it. */
@Configuration
@EnableConfigurationProperties(ChronicleSettings.class)
class ChronicleConfig {}

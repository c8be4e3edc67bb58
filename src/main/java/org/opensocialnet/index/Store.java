package org.opensocialnet.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.opensocialnet.database.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The files of the index. Beside a running server, which holds them, a second program keeps its own in memory. */
@EnableConfigurationProperties(IndexSettings.class)
@Component
class Store {

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final IndexSettings settings;
    private final DataDirectory data;

    Store(IndexSettings settings, DataDirectory data) {
        this.settings = settings;
        this.data = data;
    }

    Directory open() throws IOException {
        if (settings.inMemory()) {
            return new ByteBuffersDirectory();
        }
        var files = FSDirectory.open(data.resolve("search"));
        try {
            files.obtainLock(IndexWriter.WRITE_LOCK_NAME).close();
            return files;
        } catch (LockObtainFailedException held) {
            LOG.info("another program holds the index in {}: this one keeps its own in memory", files.getDirectory());
            files.close();
            return new ByteBuffersDirectory();
        }
    }

    IndexWriter writer(Directory directory) throws IOException {
        var config = new IndexWriterConfig(null)
                .setSimilarity(Point.SIMILARITY)
                .setRAMBufferSizeMB(64)
                .setCommitOnClose(false);
        try {
            return new IndexWriter(directory, config);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("the index cannot be read and is made anew: {}", unreadable.toString());
            for (var file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
            return new IndexWriter(
                    directory,
                    new IndexWriterConfig(null)
                            .setSimilarity(Point.SIMILARITY)
                            .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                            .setCommitOnClose(false));
        }
    }

    /** What was noted with the last commit. */
    Map<String, String> notes(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return Map.of();
        }
        try (var reader = DirectoryReader.open(directory)) {
            return new HashMap<>(reader.getIndexCommit().getUserData());
        }
    }
}

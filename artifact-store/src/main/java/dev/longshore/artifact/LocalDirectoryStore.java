package dev.longshore.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * The artifact store as a directory, which all workers and the history service share: {@code .staging/<run>/<object>} and
 * {@code <folder>/<file>}. Names that begin with a dot are the store's own and never shown.
 *
 * <p>Files are synced before they get their names and directories after, so that a crash of the machine leaves whole files or
 * none. The file system must know hard links, as those of Linux and macOS do: they alone put a complete file under a name that
 * must not be taken yet, in one step.
 */
public final class LocalDirectoryStore implements ArtifactStore {
    private static final String STAGING = ".staging";
    private static final String PARTIAL_PREFIX = ".partial-";

    private final Path root;
    private final Executor syncer = EarlySync.newSyncer();
    private final DurableFolders folders = new DurableFolders(DurableFiles::syncDirectory);

    /** @param root directory of the store; created when it is not there */
    public LocalDirectoryStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
        try {
            DurableFiles.createDirectories(this.root.resolve(STAGING));
        } catch (IOException e) {
            throw StoreFailures.translate("opening " + root, this.root, e);
        }
    }

    @Override
    public StagedWriter writeStaged(StagedName name) {
        try {
            Path area = stagingOf(name.run());
            folders.ensure(area);
            Path partial = Files.createTempFile(area, PARTIAL_PREFIX, "");
            FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE);
            return new LocalStagedWriter(root, name, partial, pathOf(name), channel, syncer);
        } catch (IOException e) {
            throw StoreFailures.translate("writing " + name, root, e);
        }
    }

    @Override
    public boolean canGrow() {
        return true;
    }

    @Override
    public GrowingObject growStaged(StagedName name) {
        try {
            Path area = stagingOf(name.run());
            folders.ensure(area);
            FileChannel channel = DirectFiles.create(pathOf(name));
            return new LocalGrowingObject(root, area, name, channel, DirectFiles.blockSize(area));
        } catch (IOException e) {
            throw StoreFailures.translate("writing " + name, root, e);
        }
    }

    @Override
    public InputStream readStaged(StagedName name, ByteRange range) {
        return read(pathOf(name), name.toString(), range);
    }

    @Override
    public StoredObject staged(StagedName name) {
        return describe(pathOf(name), name.toString());
    }

    @Override
    public List<StoredObject> listStaged(String run) {
        PathSegment.require("run", run);
        return filesOf(stagingOf(run));
    }

    @Override
    public List<String> listStagedRuns() {
        return directoriesOf(root.resolve(STAGING));
    }

    @Override
    public void deleteStaging(String run) {
        PathSegment.require("run", run);
        delete(stagingOf(run), run);
    }

    @Override
    public PublishOutcome publish(StagedName from, PublishedName to, long expectedBytes) {
        Path source = pathOf(from);
        Path target = pathOf(to);
        Path folder = folderOf(to.folder());
        try {
            boolean linked = false;
            if (Files.exists(source) || Files.exists(target)) {
                folders.ensure(folder);
            }
            if (Files.exists(target)) {
                LocalPublication.requirePublished(target, to, expectedBytes);
            } else {
                linked = LocalPublication.place(source, from, target, to, expectedBytes);
            }
            return linked ? PublishOutcome.PUBLISHED : PublishOutcome.ALREADY_PUBLISHED;
        } catch (IOException e) {
            throw StoreFailures.translate("publishing " + to, root, e);
        }
    }

    @Override
    public CreateOutcome createIfAbsent(PublishedName name, byte[] content) {
        Path target = pathOf(name);
        Path folder = folderOf(name.folder());
        try {
            folders.ensure(folder);
            Path partial = Files.createTempFile(folder, PARTIAL_PREFIX, "");
            try {
                writeDurably(partial, content);
                // What gets the name is complete and synced: nobody ever sees a part of the content.
                boolean created = LocalPublication.link(partial, target);
                // Also when another created it: that one may have crashed between the link and the sync.
                DurableFiles.syncDirectory(folder);
                return created
                        ? new CreateOutcome.Created()
                        : new CreateOutcome.AlreadyThere(Files.readAllBytes(target));
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw StoreFailures.translate("creating " + name, root, e);
        }
    }

    @Override
    public InputStream readPublished(PublishedName name, ByteRange range) {
        return read(pathOf(name), name.toString(), range);
    }

    @Override
    public StoredObject published(PublishedName name) {
        return describe(pathOf(name), name.toString());
    }

    @Override
    public List<StoredObject> listPublished(String folder) {
        PathSegment.require("folder", folder);
        return filesOf(folderOf(folder));
    }

    @Override
    public List<String> listFolders() {
        return directoriesOf(root);
    }

    @Override
    public void deletePublished(PublishedName name) {
        Path folder = folderOf(name.folder());
        try {
            if (Files.deleteIfExists(pathOf(name))) {
                DurableFiles.syncDirectory(folder);
            }
        } catch (IOException e) {
            throw StoreFailures.translate("deleting " + name, root, e);
        }
    }

    @Override
    public void deleteFolder(String folder) {
        PathSegment.require("folder", folder);
        delete(folderOf(folder), folder);
    }

    private Path stagingOf(String run) {
        return root.resolve(STAGING).resolve(run);
    }

    private Path folderOf(String folder) {
        return root.resolve(folder);
    }

    private Path pathOf(StagedName name) {
        return stagingOf(name.run()).resolve(name.object());
    }

    private Path pathOf(PublishedName name) {
        return folderOf(name.folder()).resolve(name.file());
    }

    private InputStream read(Path file, String name, ByteRange range) {
        try {
            return new RangeInputStream(FileChannel.open(file, StandardOpenOption.READ), range);
        } catch (NoSuchFileException e) {
            throw new NoSuchObjectException(name);
        } catch (IOException e) {
            throw StoreFailures.translate("reading " + name, root, e);
        }
    }

    private StoredObject describe(Path file, String name) {
        return find(file, name).orElseThrow(() -> new NoSuchObjectException(name));
    }

    private Optional<StoredObject> find(Path file, String name) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            String ownName = file.getFileName().toString();
            return Optional.of(new StoredObject(
                    ownName, attributes.size(), attributes.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StoreFailures.translate("looking at " + name, root, e);
        }
    }

    /** Files that were deleted since the directory was read are left out. */
    private List<StoredObject> filesOf(Path directory) {
        return visibleEntries(directory).stream()
                .flatMap(file -> find(file, file.getFileName().toString()).stream())
                .toList();
    }

    private List<String> directoriesOf(Path directory) {
        return visibleEntries(directory).stream()
                .filter(Files::isDirectory)
                .map(entry -> entry.getFileName().toString())
                .toList();
    }

    private List<Path> visibleEntries(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(entry -> entry.getFileName().toString()))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | UncheckedIOException e) {
            throw StoreFailures.translate("listing", root, e instanceof IOException io ? io : new IOException(e));
        }
    }

    private void delete(Path tree, String name) {
        try {
            DurableFiles.deleteTree(tree);
            folders.forget(tree);
        } catch (IOException e) {
            throw StoreFailures.translate("deleting " + name, root, e);
        }
    }

    private static void writeDurably(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}

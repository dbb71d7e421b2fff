package dev.longshore.worker.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentIndexCodecTest {
    @Test
    void any_index_is_read_back_as_it_was_written() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            SegmentIndex index = randomIndex(random);
            assertThat(SegmentIndexCodec.decode(SegmentIndexCodec.encode(index)).blocks())
                    .as("seed %d", seed)
                    .isEqualTo(index.blocks());
        }
    }

    @Test
    void an_index_that_is_cut_off_anywhere_is_refused() {
        byte[] whole = SegmentIndexCodec.encode(randomIndex(new Random(4)));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> SegmentIndexCodec.decode(cut)).isInstanceOf(IOException.class);
        }
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        assertThatThrownBy(() -> SegmentIndexCodec.decode(longer)).isInstanceOf(IOException.class);
    }

    @Test
    void random_bytes_never_do_worse_than_being_refused() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = 1;
            }
            try {
                SegmentIndexCodec.decode(bytes);
            } catch (IOException e) {
                assertThat(e).as("seed %d", seed).isNotNull();
            }
        }
    }

    private static SegmentIndex randomIndex(Random random) {
        List<IndexedBlock> blocks = new ArrayList<>();
        long stored = 0;
        long plain = 0;
        int count = 1 + random.nextInt(20);
        for (int i = 0; i < count; i++) {
            int storedLength = random.nextInt(Integer.MAX_VALUE) >>> random.nextInt(31);
            int plainLength = random.nextInt(Integer.MAX_VALUE) >>> random.nextInt(31);
            int rows = random.nextInt(4);
            blocks.add(new IndexedBlock(
                    stored,
                    storedLength,
                    plain,
                    plainLength,
                    rows,
                    random.nextInt(),
                    rows == 0 ? List.of() : Arrays.asList("2026-11-23T00:00:00.000Z", "é" + random.nextInt()),
                    rows == 0 ? List.of() : Arrays.asList(null, "")));
            stored += storedLength;
            plain += plainLength;
        }
        return new SegmentIndex(blocks);
    }
}

package org.campaignledger.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server as small as RFC 5321 allows: it takes everything, or refuses as often as it is told to. */
public final class SmallSmtp implements AutoCloseable {

    private final ServerSocket server;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusing = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();

    private SmallSmtp(ServerSocket server) {
        this.server = server;
    }

    /** A mail: to whom its envelope says, and what is in it. */
    public record Taken(List<String> to, MimeMessage message) {}

    /** Begins to listen on a free port. */
    public static SmallSmtp listening() {
        try {
            SmallSmtp smtp = new SmallSmtp(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
            Thread.startVirtualThread(smtp::accept);
            return smtp;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                Thread.startVirtualThread(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(),
                    StandardCharsets.ISO_8859_1));
            OutputStream out = socket.getOutputStream();
            say(out, "220 small");
            List<String> to = new CopyOnWriteArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "RCPT" -> {
                        boolean refused = refusing.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
                        to.add(line);
                        say(out, refused ? "451 try again" : "250 good");
                    }
                    case "DATA" -> {
                        say(out, "354 go on");
                        taken.add(new Taken(List.copyOf(to), read(in)));
                        say(out, "250 taken");
                    }
                    case "QUIT" -> say(out, "221 bye");
                    default -> say(out, "250 good");
                }
            }
        } catch (IOException | MessagingException gone) {
            // Whoever talked has left.
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static MimeMessage read(BufferedReader in) throws IOException, MessagingException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(text.toString().getBytes(
                StandardCharsets.ISO_8859_1)));
    }

    /** Refuses the next so many. */
    public void refuses(int times) {
        refusing.set(times);
    }

    /** Its port. */
    public int port() {
        return server.getLocalPort();
    }

    /** How often somebody has connected. */
    public int connections() {
        return connections.get();
    }

    /** What was taken, in order. */
    public List<Taken> taken() {
        return taken;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

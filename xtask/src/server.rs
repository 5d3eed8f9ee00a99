//! A small server for `dist/`, as a good static host would serve it. For development: one machine, no TLS.

use std::path::{Path, PathBuf};
use std::{fs, thread};

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::project;

/// Serves until stopped. Port 0 takes any free one.
pub(crate) fn serve(port: u16) -> Result<()> {
    let server = Server::http(("127.0.0.1", port)).map_err(|error| anyhow!("port {port}: {error}"))?;
    let address = server.server_addr();
    println!("http://{address}/");
    // A browser opens several connections at once.
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while let Ok(request) = server.recv() {
                    respond(request);
                }
            });
        }
    });
    Ok(())
}

fn respond(request: Request) {
    let accepted = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"));
    let accepted = accepted.map(|header| header.value.as_str().to_owned()).unwrap_or_default();
    let answer = answer(&project::dist(), request.url(), &accepted);
    let mut response = Response::from_data(answer.body).with_status_code(answer.status);
    for (name, value) in answer.headers {
        // Both are ours and plain ASCII.
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    let sent = match request.method() {
        Method::Get | Method::Head => request.respond(response),
        _ => request.respond(Response::empty(405)),
    };
    // The reader has gone away: nothing to be done.
    drop(sent);
}

/// What goes back for an address.
struct Answer {
    status: u16,
    headers: Vec<(&'static str, &'static str)>,
    body: Vec<u8>,
}

fn answer(folder: &Path, url: &str, accepted: &str) -> Answer {
    let Some(file) = file_for(folder, url) else {
        return Answer {
            status: 404,
            headers: vec![("Content-Type", "text/plain; charset=utf-8")],
            body: b"not here\n".to_vec(),
        };
    };
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let mut headers = vec![
        ("Content-Type", media_type(name)),
        ("X-Content-Type-Options", "nosniff"),
        // The element is embedded by pages of other origins.
        ("Access-Control-Allow-Origin", "*"),
        ("Cross-Origin-Resource-Policy", "cross-origin"),
        ("Cache-Control", if is_hashed(name) { "public, max-age=31536000, immutable" } else { "no-cache" }),
        ("Vary", "Accept-Encoding"),
    ];
    for (coding, extension) in [("br", "br"), ("gzip", "gz")] {
        let offered = accepted.split(',').any(|item| item.split(';').next().is_some_and(|item| item.trim() == coding));
        if let Some(body) = offered.then(|| fs::read(format!("{}.{extension}", file.display())).ok()).flatten() {
            headers.push(("Content-Encoding", coding));
            return Answer { status: 200, headers, body };
        }
    }
    match fs::read(&file) {
        Ok(body) => Answer { status: 200, headers, body },
        Err(_) => Answer { status: 500, headers: Vec::new(), body: Vec::new() },
    }
}

/// The file of an address, never outside the folder.
fn file_for(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    if path.split('/').any(|part| part.starts_with('.')) || path.contains(['%', '\\']) {
        return None;
    }
    let file = folder.join(path);
    let file = if file.is_dir() { file.join("index.html") } else { file };
    file.is_file().then_some(file)
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Whether the name carries the hash of its content: `app.0a1b2c3d4e.js`.
fn is_hashed(name: &str) -> bool {
    let mut parts = name.rsplit('.');
    let hash = parts.nth(1).unwrap_or_default();
    hash.len() == 10 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("social-or-not-{}-{name}", std::process::id()));
        fs::create_dir_all(folder.join("en")).expect("a temporary folder can be made");
        for (file, text) in
            [("app.0123456789.wasm", "wasm"), ("app.0123456789.wasm.br", "br"), ("en/index.html", "english")]
        {
            fs::write(folder.join(file), text).expect("a temporary file can be written");
        }
        folder
    }

    fn header(answer: &Answer, name: &str) -> Option<&'static str> {
        answer.headers.iter().find(|(key, _)| *key == name).map(|(_, value)| *value)
    }

    #[test]
    fn a_hashed_file_is_kept_for_ever_and_sent_compressed() {
        let answer = answer(&folder("hashed"), "/app.0123456789.wasm?x", "gzip, br;q=1");
        assert_eq!(answer.body, b"br");
        assert_eq!(header(&answer, "Content-Encoding"), Some("br"));
        assert_eq!(header(&answer, "Content-Type"), Some("application/wasm"));
        assert_eq!(header(&answer, "Access-Control-Allow-Origin"), Some("*"));
        assert_eq!(header(&answer, "Cache-Control"), Some("public, max-age=31536000, immutable"));
    }

    #[test]
    fn a_page_is_asked_for_anew_and_found_by_its_folder() {
        let answer = answer(&folder("page"), "/en/", "");
        assert_eq!(answer.body, b"english");
        assert_eq!(header(&answer, "Cache-Control"), Some("no-cache"));
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        for url in ["/../Cargo.toml", "/en/../../Cargo.toml", "/%2e%2e/Cargo.toml", "//etc/passwd", "/absent"] {
            assert_eq!(answer(&folder("outside"), url, "").status, 404, "{url}");
        }
    }
}

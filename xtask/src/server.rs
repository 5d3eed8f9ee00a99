//! A small server for `dist/`, as a good static host would serve it. For development: one machine, no TLS.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, Response, StatusCode, header};
use tokio::net::TcpListener;

use crate::policy;

/// Serves a folder until stopped. Port 0 takes any free one.
pub(crate) fn serve(port: u16, folder: PathBuf) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.with_context(|| format!("port {port}"))?;
        println!("http://{}/", listener.local_addr()?);
        let router = Router::new().fallback(move |request| respond(folder, request));
        Ok(axum::serve(listener, router).await?)
    })
}

async fn respond(folder: PathBuf, request: Request<Body>) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
        return response;
    }
    let accepted = request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let answer = answer(&folder, request.uri().path(), accepted.unwrap_or_default());
    *response.status_mut() = answer.status;
    for (name, value) in answer.headers {
        response.headers_mut().insert(name, header::HeaderValue::from_static(value));
    }
    *response.body_mut() = Body::from(answer.body);
    response
}

/// What goes back for an address.
struct Answer {
    status: StatusCode,
    headers: Vec<(&'static str, &'static str)>,
    body: Vec<u8>,
}

fn answer(folder: &Path, url: &str, accepted: &str) -> Answer {
    let Some(file) = file_for(folder, url) else {
        return Answer {
            status: StatusCode::NOT_FOUND,
            headers: vec![("Content-Type", media_type("404.html"))],
            body: fs::read(folder.join("404.html")).unwrap_or_default(),
        };
    };
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let mut headers =
        vec![("Content-Type", media_type(name)), ("Cache-Control", policy::cache(name)), ("Vary", "Accept-Encoding")];
    headers.extend(policy::HEADERS);
    for (coding, extension) in [("br", "br"), ("gzip", "gz")] {
        let offered = accepted.split(',').any(|item| item.split(';').next().is_some_and(|item| item.trim() == coding));
        if let Some(body) = offered.then(|| fs::read(format!("{}.{extension}", file.display())).ok()).flatten() {
            headers.push(("Content-Encoding", coding));
            return Answer { status: StatusCode::OK, headers, body };
        }
    }
    match fs::read(&file) {
        Ok(body) => Answer { status: StatusCode::OK, headers, body },
        Err(_) => Answer { status: StatusCode::INTERNAL_SERVER_ERROR, headers: Vec::new(), body: Vec::new() },
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
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
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
            assert_eq!(answer(&folder("outside"), url, "").status, StatusCode::NOT_FOUND, "{url}");
        }
    }
}

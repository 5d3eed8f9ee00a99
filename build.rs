//! Checks the data and words and compiles them into tables; any fault stops the build with the whole list.

use std::{env, error::Error, fs, path::Path};

use social_or_not_authoring::{Files, compile};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=words");
    let root = env::var("CARGO_MANIFEST_DIR")?;
    let compiled = match compile(&Files::below(Path::new(&root))?) {
        Ok(compiled) => compiled,
        Err(faults) => {
            for fault in &faults {
                println!("cargo::error={fault}");
            }
            return Err(format!("{} faults in data and words", faults.len()).into());
        }
    };
    let out = env::var("OUT_DIR")?;
    let write = |name: &str, text: &str| fs::write(Path::new(&out).join(name), text);
    write("model.rs", &compiled.model)?;
    write("plan.rs", &compiled.plan)?;
    write("places.rs", &compiled.places)?;
    write("record_places.rs", &compiled.record_places)?;
    for (language, lines) in &compiled.words {
        write(&format!("words.{}.txt", language.code()), lines)?;
    }
    for (language, lines) in &compiled.record_words {
        write(&format!("record.{}.txt", language.code()), lines)?;
    }
    Ok(())
}

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
    write("comparison_places.rs", &compiled.comparison_places)?;
    let books =
        [("words", compiled.words), ("record", compiled.record_words), ("comparison", compiled.comparison_words)];
    for (name, languages) in books {
        for (language, lines) in languages {
            write(&format!("{name}.{}.txt", language.code()), &lines)?;
        }
    }
    Ok(())
}
